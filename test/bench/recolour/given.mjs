import { mapAt, readTopology } from '../../../client/src/map/recorded-map.fixture.ts';
import { dayUntil, pack } from '../../../shared/src/scenes/recorded-scenes.fixture.ts';

/** The recorded evening's list, and the same with every region one band on: both are of the usual width. */
const { areas } = mapAt(dayUntil('announcement-1805', 'announcement-2005-list'), '20:05', '21:30');
const moved = (/** @type {number} */ by) =>
  areas.map((area) => {
    const low = ((area.low ?? 0) + by) % pack.bands.length;
    return { ...area, low, high: low, figure: `${50 + by},${20 + area.order}` };
  });
process.stdout.write(
  JSON.stringify({
    topology: readTopology(pack.id),
    object: pack.geometry?.object,
    bands: pack.bands,
    sets: [moved(0), moved(1), moved(2)],
  }),
);
