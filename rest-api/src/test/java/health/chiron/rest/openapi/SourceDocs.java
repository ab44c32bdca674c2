package health.chiron.rest.openapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the source code says about itself. The description of the API is written once, as the documentation comments of
 * resources, commands, views and enums; here they are read for the document.
 */
final class SourceDocs {
    private final Map<String, String> texts = new HashMap<>();

    private SourceDocs() {}

    /** Reads every Java file below the folders. */
    static SourceDocs read(List<Path> folders) throws IOException {
        SourceDocs docs = new SourceDocs();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = folders.stream().flatMap(SourceDocs::javaFiles).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    problem -> {},
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                docs.new Reader(trees, unit.getPackageName().toString()).scan(unit, null);
            }
        }
        return docs;
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The comment of a class, a record or an enum; nested ones are named as {@link Class#getName()} does. */
    Optional<String> of(String className) {
        return Optional.ofNullable(texts.get(className));
    }

    /** The comment of a method, a record's component or an enum's constant. */
    Optional<String> of(String className, String member) {
        return Optional.ofNullable(texts.get(className + "#" + member));
    }

    private final class Reader extends TreePathScanner<Void, String> {
        private final DocTrees trees;
        private final String packageName;

        Reader(DocTrees trees, String packageName) {
            this.trees = trees;
            this.packageName = packageName;
        }

        @Override
        public Void visitClass(ClassTree type, String outer) {
            String name = outer == null ? packageName + "." + type.getSimpleName() : outer + "$" + type.getSimpleName();
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                texts.put(name, text(comment.getFullBody()));
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree param && !param.isTypeParameter()) {
                        texts.put(name + "#" + param.getName(), sentence(text(param.getDescription())));
                    }
                }
            }
            return super.visitClass(type, name);
        }

        @Override
        public Void visitMethod(MethodTree method, String owner) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                texts.put(owner + "#" + method.getName(), text(comment.getFullBody()));
            }
            return null;
        }

        @Override
        public Void visitVariable(VariableTree variable, String owner) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null && getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.ENUM) {
                texts.put(owner + "#" + variable.getName(), text(comment.getFullBody()));
            }
            return null;
        }
    }

    private static String text(List<? extends DocTree> parts) {
        return parts.stream()
                .map(SourceDocs::text)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String text(DocTree part) {
        return switch (part) {
            case TextTree plain -> plain.getBody();
            case LiteralTree code -> "`" + code.getBody().getBody() + "`";
            case LinkTree link ->
                link.getLabel().isEmpty() ? "`" + link.getReference().getSignature() + "`" : text(link.getLabel());
            default -> part.toString();
        };
    }

    /** Parameters are described in fragments; in the document they stand alone. */
    private static String sentence(String fragment) {
        String text = Character.toUpperCase(fragment.charAt(0)) + fragment.substring(1);
        return text.endsWith(".") ? text : text + ".";
    }
}
