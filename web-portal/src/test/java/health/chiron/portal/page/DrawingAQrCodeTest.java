package health.chiron.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DrawingAQrCodeTest {
    private static final int SCALE = 8;

    @Test
    void what_is_drawn_reads_as_what_was_meant() throws ReaderException, NotFoundException {
        String text = "otpauth://totp/Chiron:robin.hale?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Chiron";
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(drawn(Qr.of(text)))))
                        .getText())
                .isEqualTo(text);
    }

    /** The picture that a browser makes of the path. */
    private static LuminanceSource drawn(Qr qr) {
        boolean[][] dark = new boolean[qr.size()][qr.size()];
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(qr.path());
        while (run.find()) {
            int x = Integer.parseInt(run.group(1));
            int y = Integer.parseInt(run.group(2));
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                dark[y][x + i] = true;
            }
        }
        int side = qr.size() * SCALE;
        return new LuminanceSource(side, side) {
            @Override
            public byte[] getRow(int y, byte[] row) {
                byte[] line = row == null || row.length < side ? new byte[side] : row;
                for (int x = 0; x < side; x++) {
                    line[x] = (byte) (dark[y / SCALE][x / SCALE] ? 0 : 255);
                }
                return line;
            }

            @Override
            public byte[] getMatrix() {
                byte[] all = new byte[side * side];
                for (int y = 0; y < side; y++) {
                    System.arraycopy(getRow(y, null), 0, all, y * side, side);
                }
                return all;
            }
        };
    }
}
