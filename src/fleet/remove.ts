/** Takes a value out of a list, if it is in it. */
export function remove(list: number[], value: number): void {
  const position = list.indexOf(value);
  if (position >= 0) list.splice(position, 1);
}
