package org.openbankmark.bank.graphql.web;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the load test measured, from the file that it writes, for the page that shows it. As long as there is no such
 * file, that is an answer without content, and no error: docs/load-results.md.
 */
@RestController
final class LoadResults {
    private final String file;

    /** @param file a path, or nothing */
    LoadResults(@Value("${bank.load-results:}") String file) {
        this.file = file;
    }

    @GetMapping("/load-results.json")
    ResponseEntity<Resource> results() {
        if (file.isBlank() || !Files.isReadable(Path.of(file))) {
            return ResponseEntity.noContent()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new FileSystemResource(file));
    }
}
