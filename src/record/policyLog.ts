/** A line of a policy's own output: `print`, `dryscale.log`, `console.log`. */
export interface PolicyLine {
  readonly timeSeconds: number;
  readonly service: string;
  /** Of several controllers the one that said it, from 0. */
  readonly controller?: number;
  readonly text: string;
}

/** What is kept: so many of the last lines, and so many characters of them. */
export interface PolicyLogLimits {
  readonly lineCount: number;
  readonly characterCount: number;
}

/** A longer line is cut, and says so. */
const LINE_CHARACTERS = 1000;
/** What a line takes beside its characters, so that empty ones are bounded as well. */
const LINE_OVERHEAD = 50;

/** The last lines that a policy printed, and how many there were: bounded, however much it prints. */
export class PolicyLog {
  readonly #limits: PolicyLogLimits;
  readonly #lines: PolicyLine[] = [];
  #first = 0;
  #characterCount = 0;
  totalCount = 0;

  constructor(limits: PolicyLogLimits) {
    this.#limits = limits;
  }

  add(line: PolicyLine): void {
    this.totalCount++;
    const kept = { ...line, text: compact(line.text) };
    this.#lines.push(kept);
    this.#characterCount += sizeOf(kept);
    while (this.#isOver()) this.#characterCount -= sizeOf(this.#lines[this.#first++]);
    if (this.#first * 2 <= this.#lines.length) return;
    this.#lines.splice(0, this.#first);
    this.#first = 0;
  }

  /** The last ones, oldest first. */
  get lines(): readonly PolicyLine[] {
    return this.#lines.slice(this.#first);
  }

  /** The run is over. */
  end(_timeSeconds: number): void {}

  #isOver(): boolean {
    const { lineCount, characterCount } = this.#limits;
    return this.#lines.length - this.#first > lineCount || this.#characterCount > characterCount;
  }
}

function sizeOf({ text }: PolicyLine): number {
  return text.length + LINE_OVERHEAD;
}

/**
 * At most so many characters, in a string of their own.
 *
 * A text that was put together character by character holds 32 bytes for each of them, and a part of one holds the whole.
 */
function compact(text: string): string {
  const head = text.length <= LINE_CHARACTERS ? text : text.slice(0, LINE_CHARACTERS);
  const copy = Buffer.from(head).toString();
  return head === text ? copy : `${copy}... (${text.length - LINE_CHARACTERS} more characters)`;
}
