package org.advalorem.report.workbook;

import java.util.Map;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;

/** What an office document says about itself: title, program, and the receipt; no clock and no user. */
final class DocumentProperties {
    /** That of the entries of the archive. */
    private static final String TIME = "1980-01-01T00:00:00Z";

    private DocumentProperties() {}

    static void set(POIXMLProperties properties, String title, Map<String, String> facts) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        try {
            core.setCreated(TIME);
            core.setModified(TIME);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
        core.setCreator("Advalorem");
        core.setLastModifiedByUser("Advalorem");
        core.setTitle(title);
        properties.getExtendedProperties().setApplication("Advalorem");
        facts.forEach((name, value) -> properties.getCustomProperties().addProperty(name, value));
    }
}
