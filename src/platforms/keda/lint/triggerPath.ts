/** Where a trigger, or a part of it, stands in the manifest. */
export function triggerPath({ index }: { readonly index: number }, ...rest: PropertyKey[]): PropertyKey[] {
  return ['spec', 'triggers', index, ...rest];
}
