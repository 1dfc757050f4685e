package org.advalorem.interactive;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;

/** Whether windows can be shown here. */
final class Display {
    private Display() {}

    /** Why not, as a clause; empty if they can. */
    static String obstacle() {
        try {
            if (GraphicsEnvironment.isHeadless()) {
                return "there is no display";
            }
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            return "";
        } catch (AWTError e) {
            // a display is named and does not answer
            return "the display does not answer";
        } catch (LinkageError e) {
            return "this Java cannot draw windows: it is a headless one";
        }
    }
}
