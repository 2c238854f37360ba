/** The tables of a ziggurat: `layerCount` layers of equal area that cover a falling density. */
export interface Ziggurat {
    readonly edge: number;
    /** [layer] width of the layer's rectangle / 2^53, so that it multiplies a 53-bit whole number */
    readonly widthScaled: Float64Array;
    /** [layer] below this the point lies under the density for sure */
    readonly inner: Float64Array;
    /** [layer] density at the layer's lower border; one entry more than layers */
    readonly height: Float64Array;
}
/** A power of two, so that the layer is eight bits of a random word. */
export declare const layerCount = 256;
/** Tables of e^-x. */
export declare const exponentialZiggurat: Ziggurat;
/** Tables of e^(-x^2/2). */
export declare const normalZiggurat: Ziggurat;
