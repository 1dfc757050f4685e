package org.advalorem.receipts;

import java.util.ArrayList;
import java.util.List;

/** A report as text or Markdown, whose items at the end say how it was made. */
final class TextResult {
    private static final String ITEM = "- ";
    private static final String CONTINUED = "  ";

    private TextResult() {}

    static KeptResult read(String text, KeptResult.Kind kind) throws NoReceiptException {
        List<String> sentences = new ArrayList<>();
        Leaves values = new Leaves();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int end = i + 1;
            StringBuilder whole = new StringBuilder(lines.get(i));
            if (lines.get(i).startsWith(ITEM)) {
                whole.delete(0, ITEM.length());
                while (end < lines.size() && lines.get(end).startsWith(CONTINUED)) {
                    whole.append(' ').append(lines.get(end).strip());
                    end++;
                }
            }
            String sentence = kind == KeptResult.Kind.MARKDOWN
                    ? whole.toString().replaceAll("\\\\(?=[\\p{Punct}])", "")
                    : whole.toString();
            if (Comments.isOne(sentence)) {
                sentences.add(sentence);
            } else {
                for (int line = i; line < end; line++) {
                    values.add("line " + (line + 1), lines.get(line));
                }
            }
            i = end - 1;
        }
        return new KeptResult(
                kind,
                Comments.made(sentences)
                        .orElseThrow(() -> new NoReceiptException("It does not name the command that made it.")),
                values.all());
    }
}
