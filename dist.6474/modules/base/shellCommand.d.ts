/**
 * A command to paste into a shell, which takes it apart into just these words: sh, dash, bash, zsh.
 *
 * Quotes cannot hide a control character from the terminal that shows the command, and `$'...'` is not known to dash. Such a
 * command is made by `printf` from codes of its bytes, which every shell of POSIX has (IEEE 1003.1-2017, printf).
 */
export declare function shellCommand(words: readonly string[]): string;
