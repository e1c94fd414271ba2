package io.wellspring.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Readers in a process of their own, as whoever reads is: threads of the application’s own would wait behind the pages of others before they see
 * that theirs is there. They share the processors with it nevertheless.
 */
final class ListReaders implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;

    private ListReaders(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** @param session the cookie of somebody who is logged in */
    static ListReaders of(String server, String session, int readers) {
        try {
            Path classes = Path.of(ListReaders.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new ListReaders(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            classes.toString(),
                            ListReaders.class.getName(),
                            server,
                            session,
                            Integer.toString(readers))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Each reader opens an address so many times, one page after the other without a pause.
     *
     * @return the seconds each page took, the quickest first
     */
    double[] open(String address, int pages) {
        questions.println(pages + " " + address);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("The readers have gone, having opened " + address);
            }
            return Arrays.stream(answer.split(","))
                    .mapToDouble(Double::parseDouble)
                    .sorted()
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        questions.close();
        process.destroy();
    }

    /** Reads lines of how many pages and which address, and answers each with a line of seconds. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        // Of the usual five, most readers would have to open a connection for each page.
        System.setProperty("http.maxConnections", "32");
        int readers = Integer.parseInt(arguments[2]);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ", 2);
                List<Future<double[]>> all = threads.invokeAll(Collections.nCopies(
                        readers, opening(arguments[0] + parts[1], arguments[1], Integer.parseInt(parts[0]))));
                DoubleStream seconds = DoubleStream.empty();
                for (Future<double[]> one : all) {
                    seconds = DoubleStream.concat(seconds, Arrays.stream(one.get()));
                }
                System.out.println(seconds.mapToObj(Double::toString).collect(Collectors.joining(",")));
            }
        }
    }

    private static Callable<double[]> opening(String url, String session, int pages) {
        return () -> {
            double[] seconds = new double[pages];
            for (int i = 0; i < pages; i++) {
                long start = System.nanoTime();
                open(url, session);
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
            return seconds;
        };
    }

    private static void open(String url, String session) throws IOException {
        HttpURLConnection asked = (HttpURLConnection) URI.create(url).toURL().openConnection();
        asked.setInstanceFollowRedirects(false);
        asked.setRequestProperty("Accept-Language", "en");
        asked.setRequestProperty("Cookie", session);
        try (InputStream page = asked.getInputStream()) {
            page.readAllBytes();
        }
        if (asked.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException(url + " answered " + asked.getResponseCode());
        }
    }
}
