/** The few colours of the terminal; each stands beside a word or a sign that says the same. */
export interface Ink {
    bold(text: string): string;
    good(text: string): string;
    bad(text: string): string;
    faint(text: string): string;
}
export declare function inkOf(hasColor: boolean): Ink;
