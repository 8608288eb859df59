/** Names in other cases, as macros that make names write them. */

/** `HTTPServer` → `http_server`: words begin at a capital behind a small letter or a digit, and at the last of several capitals. */
export function snakeCase(name: string): string {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1_$2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1_$2")
    .toLowerCase();
}
