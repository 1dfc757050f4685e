package org.advalorem.report.workbook;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;

/** What an office document says about itself: title, program, and the receipt; no clock and no user. */
final class DocumentProperties {
    private DocumentProperties() {}

    static void set(POIXMLProperties properties, String title, Map<String, String> facts) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setCreated(Optional.of(new Date(0)));
        core.setModified(Optional.of(new Date(0)));
        core.setCreator("Advalorem");
        core.setLastModifiedByUser("Advalorem");
        core.setTitle(title);
        properties.getExtendedProperties().setApplication("Advalorem");
        facts.forEach((name, value) -> properties.getCustomProperties().addProperty(name, value));
    }
}
