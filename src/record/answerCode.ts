/** A (source, service) pair and whether the answer is an error, as one whole number: one store where two cost twice. */
export function answerCode(group: number, isError: boolean): number {
  return (group << 1) | (isError ? 1 : 0);
}

/** Number of the (source, service) pair. */
export function groupOf(code: number): number {
  return code >> 1;
}

/** 1 for an answer that is an error. */
export function errorOf(code: number): number {
  return code & 1;
}
