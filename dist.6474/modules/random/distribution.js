/** The maker of distribution variants: one file each in `distributions/`. */
export function distribution(variant) {
    return variant;
}
