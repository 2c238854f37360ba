/** A power of two, so that the layer is eight bits of a random word. */
export const layerCount = 256;
/**
 * Layer 0 is the base with the tail, as wide as makes its area equal; layer i > 0 is a rectangle between two densities.
 *
 * @see Marsaglia and Tsang, "The ziggurat method for generating random variables" (2000)
 */
function build({ edge, tailArea, density, inverse }) {
    const area = edge * density(edge) + tailArea;
    const width = new Float64Array(layerCount + 1);
    const height = new Float64Array(layerCount + 1);
    width[0] = area / density(edge);
    width[1] = edge;
    height[1] = density(edge);
    for (let layer = 2; layer < layerCount; layer++) {
        height[layer] = height[layer - 1] + area / width[layer - 1];
        width[layer] = inverse(height[layer]);
    }
    // The edge is chosen so that the topmost layer closes at the top of the density (checked in the tests).
    height[layerCount] = 1;
    return {
        edge,
        widthScaled: width.slice(0, layerCount).map((x) => x / 2 ** 53),
        inner: width.slice(1),
        height,
    };
}
/** Area of e^(-x^2/2) beyond `edge`, by Laplace's continued fraction; 100 terms give full precision from edge = 3 on. */
function normalTailArea(edge) {
    let fraction = edge;
    for (let term = 100; term > 0; term--)
        fraction = edge + term / fraction;
    return Math.exp(-0.5 * edge * edge) / fraction;
}
// The edges for 256 layers: Marsaglia and Tsang (2000), to the precision of a double.
const exponentialEdge = 7.69711747013105;
const normalEdge = 3.654152885361009;
/** Tables of e^-x. */
export const exponentialZiggurat = build({
    edge: exponentialEdge,
    tailArea: Math.exp(-exponentialEdge),
    density: (x) => Math.exp(-x),
    inverse: (height) => -Math.log(height),
});
/** Tables of e^(-x^2/2). */
export const normalZiggurat = build({
    edge: normalEdge,
    tailArea: normalTailArea(normalEdge),
    density: (x) => Math.exp(-0.5 * x * x),
    inverse: (height) => Math.sqrt(-2 * Math.log(height)),
});
