package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** Whether an uploaded file is removed from its switch. */
public record UploadedFile(int position, boolean deleted, String reason) implements Conclusion {}
