import picocolors from 'picocolors';

/** The few colours of the terminal; each stands beside a word or a sign that says the same. */
export interface Ink {
  bold(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  faint(text: string): string;
}

export function inkOf(hasColor: boolean): Ink {
  const { bold, green, red, dim } = picocolors.createColors(hasColor);
  return { bold, good: green, bad: red, faint: dim };
}
