import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

import { mapGeometryOf } from '../../../client/src/map/map-geometry.ts';
import { MapPicture } from '../../../client/src/map/MapPicture.tsx';
import { assumedMeasure } from '../../../client/src/map/text-measure.ts';

/** In the browser: the board's own map, given one set of figures after another, each drawn to its end before the next. */
const room = { x: 119, y: 50, width: 780, height: 407 };
const nothing = () => undefined;
const choice = { selected: null, onSelect: nothing, zoomed: null, window: room, onZoom: nothing };
const restedMs = 60;
const rest = () => new Promise((resolve) => setTimeout(resolve, restedMs));
const fills = () => [...document.querySelectorAll('path[data-area]')].map((path) => path.getAttribute('fill'));

/** @type {{topology: any, object: string, bands: any, sets: any[]}} */
let given;
/** @type {import('react-dom/client').Root} */
let root;
/** @type {any[]} */
let fresh = [];
let turn = 0;

function picture() {
  const { topology, object, bands, sets } = given;
  return createElement(MapPicture, {
    ...{ topology, object, bands, areas: sets[turn % sets.length] },
    ...{ openNote: null, width: 915, height: 471, room, measure: assumedMeasure, title: 'map', choice },
  });
}

/** @param {typeof given} what */
async function prepare(what) {
  given = what;
  root = createRoot(/** @type {HTMLElement} */ (document.querySelector('#map')));
  root.render(picture());
  await rest();
}

/** Topologies that no path has been kept of, made before anything is measured. @param {number} times */
function prepareFresh(times) {
  fresh = Array.from({ length: times }, () => structuredClone(given.topology));
}

/**
 * Each drawing in a timer's own call: what runs behind a promise is not counted as script.
 * @param {number} times @param {boolean} withPaths computes every path besides, as a map does that keeps none
 * @returns {Promise<number>} how many areas had another colour after the first drawing than before it
 */
function recolour(times, withPaths) {
  return new Promise((resolve) => {
    let done = 0;
    let changed = 0;
    const draw = () => {
      if (done === times) {
        resolve(changed);
        return;
      }
      const before = done === 0 ? fills() : [];
      turn += 1;
      const next = picture();
      if (withPaths) mapGeometryOf(fresh[done], given.object, room);
      flushSync(() => root.render(next));
      if (done === 0) changed = fills().filter((fill, index) => fill !== before[index]).length;
      done += 1;
      setTimeout(draw, restedMs);
    };
    setTimeout(draw, restedMs);
  });
}

Object.assign(globalThis, { prepare, prepareFresh, recolour });
