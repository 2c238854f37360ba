/** Takes a value out of a list. @returns whether it was in it */
export function remove<Value>(list: Value[], value: Value): boolean {
  const position = list.indexOf(value);
  if (position >= 0) list.splice(position, 1);
  return position >= 0;
}
