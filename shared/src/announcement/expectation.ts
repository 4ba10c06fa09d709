/** «Ожидали …, но»: what comes after "but" is what came about. */
export const expectation = /^(ожида|прогноз|expect|forecast|predict|project|куттил|кутил|болжа)/u;

/** «Күткеніміздей», "as we expected": what follows came about. */
export const cameAbout = /^(куткенимиздей|кутилгендей|kutkenimizdei|kútkenimizdeı)/u;
