/**
 * Evaluates a bundled file and gives its exports.
 *
 * Runs inside the realm, by its text.
 */
export function evaluation(run, require) {
    return () => {
        const module = { exports: {} };
        run(module, module.exports, require);
        return module.exports;
    };
}
