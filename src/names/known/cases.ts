/** Names in other cases, as macros that make names write them. */

/** As strum does: words begin at a capital behind a small letter, at the last of several capitals, and at a number. */
export function strumSnake(name: string): string {
  return name
    .replace(/(\p{Ll}\d*)(\p{Lu})/gu, "$1_$2")
    .replace(/([\p{Lu}\d])(\p{Lu}\p{Ll})/gu, "$1_$2")
    .replace(/(\D)(\d)/g, "$1_$2")
    .toLowerCase();
}

/** As derive_more does: in the same places, and behind each number. */
export function wordSnake(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1_$2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1_$2")
    .replace(/(\p{L})(\d)/gu, "$1_$2")
    .replace(/(\d)(\p{L})/gu, "$1_$2")
    .toLowerCase();
}
