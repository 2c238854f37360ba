/** Comments, and texts, in which what looks like a comment is none. */
const quiet = {
    lua: /(["'])(?:\\.|(?!\1)[^\\\n])*\1|--\[\[[\s\S]*?\]\]|--[^\n]*/g,
    typescript: /(["'`])(?:\\.|(?!\1)[^\\])*\1|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
};
/** A policy's text with blanks in place of comments, so that everything else stays where it is. */
export function withoutComments(text, language) {
    return text.replace(quiet[language], (found) => (/^["'`]/.test(found) ? found : found.replace(/[^\n]/g, ' ')));
}
