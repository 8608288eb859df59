/** Long outputs as a sequence of texts, so that a reader who stops early stops the writer too. */

/** Characters after which a chunk is handed over. */
const CHUNK = 1 << 16;

/** Yields the texts of rows 0 to `count` - 1, several to a chunk. */
export function* inChunks(count: number, row: (index: number) => string): Generator<string> {
  let chunk = "";
  for (let i = 0; i < count; i++) {
    chunk += row(i);
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = "";
    }
  }
  if (chunk !== "") yield chunk;
}

/** Yields the pieces joined to chunks. */
export function* chunked(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = "";
    }
  }
  if (chunk !== "") yield chunk;
}
