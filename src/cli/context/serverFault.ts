/** Why a server of contexts gave no answer, as the end of a sentence about it. */
export class ServerFault extends Error {
  override readonly name = 'ServerFault';
  /** What else it wrote, as a sentence; empty where it wrote nothing. */
  readonly wrote: string;
  /** Its process ended by itself. */
  readonly hasEnded: boolean;

  constructor(message: string, { wrote = '', hasEnded = false } = {}) {
    super(message);
    this.wrote = wrote;
    this.hasEnded = hasEnded;
  }
}

/** All that one server may send while it is asked: a text of the largest size in quotes, and the talk around it. */
export const answerLimitBytes = 8 * 1_048_576;

/** Counts what a server sends, and ends what sends more. */
export class ByteMeter {
  #bytes = 0;

  /** @throws ServerFault when it is too much */
  note(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > answerLimitBytes) throw new ServerFault(`sent more than ${answerLimitBytes} bytes`);
  }
}
