/** A pattern that is wrong, in PCRE2's words; `at` is where the parser stopped. */
export class RegexError extends Error {
    at;
    constructor(message, at) {
        super(message);
        this.at = at;
    }
}
