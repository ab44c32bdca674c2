package health.chiron.portal.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.Serializable;
import java.util.Map;

/**
 * A text as a QR code, drawn as one path in the page: nothing is loaded, nothing is kept.
 *
 * @param size the width and height of the drawing, quiet zone included
 * @param path the dark squares
 */
public record Qr(int size, String path) implements Serializable {
    private static final int QUIET = 4;

    /** The code of a text. */
    public static Qr of(String text) {
        try {
            BitMatrix bits = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < bits.getHeight(); y++) {
                int x = 0;
                while (x < bits.getWidth()) {
                    int begin = x;
                    while (x < bits.getWidth() && bits.get(x, y)) {
                        x++;
                    }
                    if (x > begin) {
                        path.append('M')
                                .append(begin)
                                .append(' ')
                                .append(y)
                                .append('h')
                                .append(x - begin)
                                .append("v1h-")
                                .append(x - begin)
                                .append('z');
                    } else {
                        x++;
                    }
                }
            }
            return new Qr(bits.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("this text does not fit into a QR code", e);
        }
    }

    /** What it holds is a secret. */
    @Override
    public String toString() {
        return "Qr[" + size + "]";
    }
}
