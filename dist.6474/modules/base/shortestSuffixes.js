/**
 * The fewest last parts of each path that tell it from the others: `hpa`, or `prod/hpa` beside `stage/hpa`.
 *
 * A path that ends like a longer one, `hpa` beside `a/hpa`, stays whole: it has no more parts to give. Equal paths stay equal.
 */
export function shortestSuffixes(paths) {
    const split = paths.map((path) => path.split('/'));
    return split.map((parts, index) => {
        for (let count = 1; count < parts.length; count++) {
            const suffix = parts.slice(-count).join('/');
            const isShared = split.some((others, other) => paths[other] !== paths[index] && others.slice(-count).join('/') === suffix);
            if (!isShared)
                return suffix;
        }
        return paths[index];
    });
}
