import type { VectorKinds } from './vectorKinds.js';

export const kinds: VectorKinds = {};
