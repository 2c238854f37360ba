/** Keys that the format reserves for later, by the place where they would stand: refused by name, never ignored. */
const reserved: readonly { readonly under: RegExp; readonly keys: readonly string[] }[] = [
  { under: /^$/, keys: ['nodes', 'model', 'context'] },
  {
    under: /^gateway$/,
    keys: ['healthCheck', 'ejection', 'rateLimit', 'circuitBreaker', 'hedging'],
  },
  {
    under: /^services\.[^.]+$/,
    keys: ['healthCheck', 'ejection', 'rateLimit', 'circuitBreaker', 'calls', 'nodes', 'model'],
  },
  { under: /^services\.[^.]+\.instance$/, keys: ['healthCheck', 'model'] },
  { under: /^requests\.[^.]+$/, keys: ['calls', 'model'] },
];

/** Balancers that are planned. */
export const plannedBalancers: readonly string[] = ['consistent-hash', 'weighted', 'ewma', 'prefix-aware'];

/** Whether a key is reserved for later at this place. */
export function isReserved(parentPath: string, key: string): boolean {
  return reserved.some(({ under, keys }) => under.test(parentPath) && keys.includes(key));
}
