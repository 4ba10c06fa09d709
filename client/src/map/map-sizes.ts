/** Every size on a map, in its own pixels. */
export interface MapSizes {
  /** 1 when the land is as wide as on a 1080-line stage. */
  readonly unit: number;
  readonly figure: number;
  readonly name: number;
  readonly note: number;
  readonly calloutFigure: number;
  readonly calloutName: number;
  readonly ring: number;
  readonly chip: number;
  readonly border: number;
  /** Textures are drawn for 1080 lines; below, they shrink, but a stripe never under 3 px. */
  readonly texture: number;
}

/** How wide the land is on the stage that the sizes were drawn for. */
const stageLand = 1240;

export function mapSizesOf(landWidth: number): MapSizes {
  const unit = landWidth / stageLand;
  return {
    unit,
    figure: within(15, 36 * unit, 44),
    name: within(12.5, 21 * unit, 26),
    note: within(12, 19.5 * unit, 24),
    calloutFigure: within(20, 52 * unit, 66),
    calloutName: within(13, 24 * unit, 28),
    ring: within(6, 12 * unit, 14),
    chip: within(5, 12 * unit, 14),
    border: within(1, 2.4 * unit, 3),
    texture: unit >= 0.85 ? 1 : 0.75,
  };
}

function within(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
