package io.wellspring.imports;

/**
 * How far an upload in pieces has come.
 *
 * @param received how many bytes are here; the next piece begins there
 */
public record UploadProgress(long importId, long received, long size) {

    static UploadProgress of(ImportFile file) {
        boolean arriving = file.getState() == ImportState.UPLOADING;
        return new UploadProgress(file.getId(), arriving ? file.getReceived() : file.getBytes(), file.getBytes());
    }
}
