import type { AreaId } from '@yavka/shared/ids';
import type { Band } from '@yavka/shared/pack/pack';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import type { ReactElement } from 'react';
import { memo } from 'react';

import { areaFillOf, figureInkOf } from '@yavka/shared/scenes/area-fill';
import { inflated } from './label-inside.ts';
import type { OutsideLabel } from './label-outside.ts';
import type { MapSizes } from './map-sizes.ts';
import { OpenRing } from './OpenRing.tsx';
import type { TextMeasure } from './text-measure.ts';

interface Props {
  readonly label: OutsideLabel;
  readonly area: MapArea;
  readonly bands: readonly Band[];
  readonly prefix: string;
  readonly sizes: MapSizes;
  readonly measure: TextMeasure;
  readonly onPick: (area: AreaId) => void;
}

/** An area's label on the ink: a plate with its chip for a callout, else the figure over the name. */
export const LabelOutside = memo(function LabelOutside(props: Props): ReactElement {
  const { label, area, onPick } = props;
  return (
    <g className="map-label map-label-outside" onClick={() => onPick(area.area)}>
      {label.kind === 'callout' ? <CalloutPlate {...props} /> : <AsideText {...props} />}
    </g>
  );
});

function CalloutPlate({ label, area, bands, prefix, sizes, measure }: Props): ReactElement {
  const { box } = label;
  const { fill, texture } = areaFillOf(area, bands, prefix);
  const wordsX = box.x + sizes.chip * 1.9;
  const words = Math.max(
    measure(area.name, 'name', sizes.calloutName),
    measure(area.note ?? area.kindWord, 'note', sizes.note),
  );
  const figureX = wordsX + words + sizes.chip * 1.1;
  const figureWidth = measure(area.figure ?? '', 'figure', sizes.calloutFigure);
  const chip = { x: box.x, y: box.y, width: sizes.chip, height: box.height };
  return (
    <>
      {label.isOnLand === true ? <rect {...inflated(box, 5)} fill="var(--ink)" /> : null}
      <rect {...chip} fill={fill} />
      {texture === null ? null : <rect {...chip} fill={texture} />}
      <text
        x={wordsX}
        y={box.y + sizes.calloutName * 1.06}
        fontSize={sizes.calloutName}
        className="map-name map-start"
        fill="var(--paper)"
      >
        {area.name}
      </text>
      <text
        x={wordsX}
        y={box.y + sizes.calloutName * 1.12 + sizes.note * 1.12}
        fontSize={sizes.note}
        className="map-note map-start"
        fill="var(--cold-2)"
      >
        {area.note ?? area.kindWord}
      </text>
      {area.figure === null ? null : (
        <text
          x={figureX}
          y={box.y + box.height / 2 + sizes.calloutFigure * 0.36}
          fontSize={sizes.calloutFigure}
          className="map-figure map-start"
          fill={figureInkOf(area)}
        >
          {area.figure}
        </text>
      )}
      {area.polls === 'open' && area.figure !== null ? (
        <OpenRing
          x={figureX + figureWidth + sizes.calloutFigure * 0.28}
          y={box.y + box.height / 2}
          size={sizes.calloutFigure * 0.8}
          stroke="var(--ice)"
        />
      ) : null}
      {area.corrected ? (
        <rect x={figureX - 4} y={box.y} width={figureWidth + 8} height={box.height} className="map-stamp" />
      ) : null}
    </>
  );
}

function AsideText({ label, area, sizes, measure }: Props): ReactElement {
  const { box, align, lines } = label;
  const isRight = align === 'right';
  const x = isRight ? box.x + box.width : box.x;
  const anchor = isRight ? 'map-end' : 'map-start';
  const top = box.y + sizes.figure * 0.84;
  const figureWidth = measure(area.figure ?? '', 'figure', sizes.figure);
  const isOpen = area.polls === 'open' && area.figure !== null;
  const figureX = isRight && isOpen ? x - sizes.figure * 0.52 : x;
  return (
    <>
      {area.figure === null ? null : (
        <text
          x={figureX}
          y={box.y + sizes.figure * 0.76}
          fontSize={sizes.figure}
          className={`map-figure ${anchor}`}
          fill={figureInkOf(area)}
        >
          {area.figure}
        </text>
      )}
      {isOpen ? (
        <OpenRing
          x={isRight ? x - sizes.figure * 0.2 : x + figureWidth + sizes.figure * 0.31}
          y={box.y + sizes.figure * 0.42}
          size={sizes.figure}
          stroke="var(--ice)"
        />
      ) : null}
      {lines.map((line, index) => (
        <text
          key={line}
          x={x}
          y={top + (index * 1.06 + 0.82) * sizes.name}
          fontSize={sizes.name}
          className={`map-name ${anchor}`}
          fill="var(--paper)"
        >
          {line}
        </text>
      ))}
      {area.note === null ? null : (
        <text
          x={x}
          y={top + lines.length * 1.06 * sizes.name + 0.82 * sizes.note}
          fontSize={sizes.note}
          className={`map-note ${anchor}`}
          fill="var(--cold-2)"
        >
          {area.note}
        </text>
      )}
    </>
  );
}
