package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Firefox without a window, driven through WebDriver BiDi, which it speaks itself: no driver is needed. */
final class Firefox implements AutoCloseable {
    private static final Path FIREFOX = Path.of("/usr/bin/firefox-esr");
    private static final Pattern LISTENING = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
    private static final long PATIENCE = 120;

    private final JsonMapper json = new JsonMapper();
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final List<String> events = new ArrayList<>();
    private final Process process;
    private final WebSocket socket;
    private final String context;
    private int sent;

    private Firefox(Process process, String address) throws IOException, InterruptedException {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address + "/session"), new Listening())
                .join();
        send("session.new", Map.of("capabilities", Map.of()));
        send("session.subscribe", Map.of("events", List.of("log.entryAdded", "network.beforeRequestSent")));
        this.context = send("browsingContext.getTree", Map.of())
                .get("contexts")
                .get(0)
                .get("context")
                .stringValue();
    }

    /** Whether it is installed, as {@code apt-get install firefox-esr} does. */
    static boolean isInstalled() {
        return Files.isExecutable(FIREFOX);
    }

    /**
     * Starts it.
     *
     * @param profile an empty folder
     * @param dark whether pages are asked to be dark
     */
    static Firefox start(Path profile, boolean dark) throws IOException, InterruptedException {
        Files.writeString(
                profile.resolve("user.js"),
                "user_pref(\"layout.css.prefers-color-scheme.content-override\", " + (dark ? 0 : 1) + ");\n"
                        + "user_pref(\"app.update.enabled\", false);\n"
                        + "user_pref(\"datareporting.policy.dataSubmissionEnabled\", false);\n");
        Process process = new ProcessBuilder(
                        FIREFOX.toString(),
                        "--headless",
                        "--no-remote",
                        "--profile",
                        profile.toString(),
                        "--remote-debugging-port",
                        "0")
                .redirectErrorStream(true)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread reading = new Thread(() -> said.lines().forEach(more -> {}));
                reading.setDaemon(true);
                reading.start();
                return new Firefox(process, listening.group(1));
            }
        }
        throw new IOException("Firefox ended before it listened.");
    }

    /** Collects messages that come in parts. */
    private final class Listening implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                received.add(json.readTree(message.toString()));
                message.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    private JsonNode send(String method, Map<String, ?> params) throws IOException, InterruptedException {
        int id = ++sent;
        socket.sendText(json.writeValueAsString(Map.of("id", id, "method", method, "params", params)), true)
                .join();
        while (true) {
            JsonNode message = received.poll(PATIENCE, TimeUnit.SECONDS);
            if (message == null) {
                throw new IOException("Firefox does not answer " + method + ".");
            }
            if (message.path("type").asString().equals("event")) {
                events.add(message.path("method").asString() + " " + message.path("params"));
            } else if (message.path("id").asInt() == id) {
                if (message.path("type").asString().equals("error")) {
                    throw new IOException(method + ": " + message);
                }
                return message.get("result");
            }
        }
    }

    /** Opens a file, and makes sure that it asked for nothing else and that nothing was said on the console. */
    void open(Path file) throws IOException, InterruptedException {
        events.clear();
        String url = file.toAbsolutePath().toUri().toString();
        send("browsingContext.navigate", Map.of("context", context, "url", url, "wait", "complete"));
        assertIsQuiet();
    }

    /** Makes sure that nothing was said on the console, and nothing asked for but the page, and a font of Firefox itself. */
    void assertIsQuiet() throws IOException, InterruptedException {
        run("0");
        assertThat(events.stream()
                        .filter(event -> event.startsWith("log.")
                                || (!event.contains("\"url\":\"file:///") && !event.contains("\"url\":\"data:")))
                        .toList())
                .isEmpty();
    }

    /** The JSON of the value of a script. */
    JsonNode run(String expression) throws IOException, InterruptedException {
        JsonNode answer = send(
                "script.evaluate",
                Map.of(
                        "expression",
                        "JSON.stringify(" + expression + ")",
                        "target",
                        Map.of("context", context),
                        "awaitPromise",
                        true));
        assertThat(answer.path("type").asString()).as(answer.toString()).isEqualTo("success");
        return json.readTree(answer.get("result").get("value").stringValue());
    }

    void size(int width, int height) throws IOException, InterruptedException {
        send(
                "browsingContext.setViewport",
                Map.of("context", context, "viewport", Map.of("width", width, "height", height)));
    }

    byte[] picture() throws IOException, InterruptedException {
        return Base64.getDecoder()
                .decode(send("browsingContext.captureScreenshot", Map.of("context", context))
                        .get("data")
                        .stringValue());
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
