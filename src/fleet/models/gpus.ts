/** A GPU by its data sheet: what it does at best. */
export interface Gpu {
  readonly name: string;
  readonly memoryBytes: number;
  readonly memoryBytesPerMicrosecond: number;
  /** To the other GPUs, one way. */
  readonly linkBytesPerMicrosecond: number;
  /** Dense operations a microsecond on numbers of 16, 8 and 4 bits; left out where it has no such units. */
  readonly operations: { readonly bits16: number; readonly bits8?: number; readonly bits4?: number };
  readonly source: string;
  /** What was checked on real servers with this GPU. */
  readonly checked: string;
}

const gibibyte = 2 ** 30;
const gigabyte = 1e9;
/** A TB/s, and a TFLOPS, a microsecond. */
const tera = 1e6;
/** A GB/s a microsecond. */
const giga = 1e3;

const unchecked = 'not checked: expect errors of 20 %';

/** In order of their names in the listing. Dense figures: data sheets often print those with sparsity, twice as high. */
export const gpus: readonly Gpu[] = [
  {
    name: 'h100-sxm-80gb',
    memoryBytes: 80 * gibibyte,
    memoryBytesPerMicrosecond: 3.35 * tera,
    linkBytesPerMicrosecond: 450 * giga,
    operations: { bits16: 989.5 * tera, bits8: 1979 * tera },
    source: 'NVIDIA H100 Tensor Core GPU data sheet',
    checked: 'measured vLLM servers of both generations (docs/validation.md)',
  },
  {
    name: 'h200-sxm-141gb',
    memoryBytes: 141 * gigabyte,
    memoryBytesPerMicrosecond: 4.8 * tera,
    linkBytesPerMicrosecond: 450 * giga,
    operations: { bits16: 989.5 * tera, bits8: 1979 * tera },
    source: 'NVIDIA H200 Tensor Core GPU data sheet',
    checked: 'measured vLLM servers of 2025 (docs/validation.md)',
  },
  {
    name: 'b200-sxm-180gb',
    memoryBytes: 180 * gigabyte,
    memoryBytesPerMicrosecond: 8 * tera,
    linkBytesPerMicrosecond: 900 * giga,
    operations: { bits16: 2250 * tera, bits8: 4500 * tera, bits4: 9000 * tera },
    source: 'NVIDIA DGX B200 data sheet',
    checked: unchecked,
  },
  {
    name: 'a100-sxm-80gb',
    memoryBytes: 80 * gibibyte,
    memoryBytesPerMicrosecond: 2.039 * tera,
    linkBytesPerMicrosecond: 300 * giga,
    operations: { bits16: 312 * tera },
    source: 'NVIDIA A100 Tensor Core GPU data sheet',
    checked: unchecked,
  },
  {
    name: 'l40s-48gb',
    memoryBytes: 48 * gibibyte,
    memoryBytesPerMicrosecond: 0.864 * tera,
    linkBytesPerMicrosecond: 32 * giga,
    operations: { bits16: 362 * tera, bits8: 733 * tera },
    source: 'NVIDIA L40S data sheet (links are PCIe 4.0 x16)',
    checked: unchecked,
  },
];
