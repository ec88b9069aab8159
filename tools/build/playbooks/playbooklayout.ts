import { Graph as DagreGraph, layout } from '@dagrejs/dagre';
import type { Edge, Graph, Node } from './playbookgraph';
import { labelWidth } from './playbooklabels';

/** A point of the drawing, in the units of the server's editor. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Left upper corner and size. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where everything of a playbook is drawn. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly tasks: readonly { readonly node: Node; readonly box: Box }[];
  readonly routes: readonly Route[];
}

/** The way of an edge, from the lower side of a task to the upper side of another. */
export interface Route {
  readonly edge: Edge;
  readonly points: readonly Point[];
  /** The middle of the label; undefined for a plain edge. */
  readonly label: Point | undefined;
}

/** Height of the box around a label. */
export const LABEL_HEIGHT = 24;

/** The server's editor draws tasks 380 wide. */
const TASK_WIDTH = 380;

function sizeOf(node: Node): { readonly width: number; readonly height: number } {
  switch (node.task.kind) {
    case 'start':
      return { width: 260, height: 44 };
    case 'title':
      return { width: TASK_WIDTH, height: 44 };
    case 'condition':
    case 'ask':
      return { width: TASK_WIDTH, height: 100 };
    case 'automation':
    case 'command':
    case 'manual':
    case 'form':
    case 'subplaybook':
      return { width: TASK_WIDTH, height: 90 };
  }
}

/** Lays a playbook out in layers from top to bottom. The same graph gives the same layout, in whole numbers. */
export function layoutOf(graph: Graph): Layout {
  const dagre = new DagreGraph({ multigraph: true });
  dagre.setGraph({
    rankdir: 'TB',
    ranker: 'network-simplex',
    nodesep: 40,
    edgesep: 36,
    ranksep: 76,
    marginx: 40,
    marginy: 40,
  });
  for (const node of graph.nodes) dagre.setNode(node.id, { ...sizeOf(node) });
  graph.edges.forEach((edge, index) => {
    const width = labelWidth(edge);
    const size = width === 0 ? { width: 0, height: 0 } : { width, height: LABEL_HEIGHT };
    dagre.setEdge(edge.from, edge.to, { ...size, labelpos: 'c', weight: weightOf(edge) }, String(index));
  });
  layout(dagre);
  const boxes = new Map(graph.nodes.map((node) => [node.id, boxOf(dagre.node(node.id) as Box)]));
  const layers = new Layers([...boxes.values()]);
  const ways = graph.edges.map((edge, index) => {
    const { points, x, y } = dagre.edge(edge.from, edge.to, String(index)) as {
      points: Point[];
      x?: number;
      y?: number;
    };
    const label = labelWidth(edge) === 0 || x === undefined || y === undefined ? undefined : rounded({ x, y });
    return { edge, inner: points.slice(1, -1).map(rounded), label };
  });
  const routes = ways.map((way) => {
    const first = way.inner[0] ?? centre(boxes, way.edge.to);
    const last = way.inner[way.inner.length - 1] ?? centre(boxes, way.edge.from);
    const from = port(boxes, way.edge.from, 'lower', first, ways);
    const to = port(boxes, way.edge.to, 'upper', last, ways);
    return {
      edge: way.edge,
      label: way.label,
      points: withStubs([from, ...way.inner.flatMap((point) => layers.through(point)), to]),
    };
  });
  const { width, height } = dagre.graph() as { width: number; height: number };
  const tasks = graph.nodes.map((node) => ({ node, box: found(boxes, node.id) }));
  return { width: Math.ceil(width), height: Math.ceil(height), tasks, routes };
}

/** A way leaves and enters a task upright. */
function withStubs(points: readonly Point[]): Point[] {
  const [from, to] = [points[0], points[points.length - 1]];
  return [from, { x: from.x, y: from.y + 14 }, ...points.slice(1, -1), { x: to.x, y: to.y - 26 }, to];
}

/** The way that things take when all goes well stays straight. */
function weightOf({ label }: Edge): number {
  switch (label) {
    case '#error#':
      return 1;
    case '#default#':
      return 2;
    default:
      return 4;
  }
}

function boxOf({ x, y, width, height }: Box): Box {
  return { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height };
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}

function found(boxes: ReadonlyMap<string, Box>, id: string): Box {
  const box = boxes.get(id);
  if (box === undefined) throw new Error(`no box for task ${id}`);
  return box;
}

function centre(boxes: ReadonlyMap<string, Box>, id: string): Point {
  const { x, y, width, height } = found(boxes, id);
  return { x: x + width / 2, y: y + height / 2 };
}

interface Way {
  readonly edge: Edge;
  readonly inner: readonly Point[];
}

/** Ways leave and enter a task side by side, in the order in which they come from left to right. */
function port(
  boxes: ReadonlyMap<string, Box>,
  id: string,
  side: 'lower' | 'upper',
  towards: Point,
  ways: readonly Way[],
): Point {
  const box = found(boxes, id);
  const own = ways.filter(({ edge }) => (side === 'lower' ? edge.from : edge.to) === id);
  const xs = own
    .map(
      ({ edge, inner }) =>
        (side === 'lower'
          ? (inner[0] ?? centre(boxes, edge.to))
          : (inner[inner.length - 1] ?? centre(boxes, edge.from))
        ).x,
    )
    .sort((a, b) => a - b);
  const gap = Math.min(48, (box.width - 80) / Math.max(1, xs.length - 1));
  const place = xs.indexOf(towards.x) - (xs.length - 1) / 2;
  return { x: Math.round(box.x + box.width / 2 + place * gap), y: side === 'lower' ? box.y + box.height : box.y };
}

/** The layers of tasks: a way that passes through one stays upright in it, so that it meets no task of that layer. */
class Layers {
  private readonly bands: readonly { readonly top: number; readonly bottom: number }[];

  constructor(boxes: readonly Box[]) {
    const bands = new Map<number, { top: number; bottom: number }>();
    for (const { y, height } of boxes) {
      const middle = y + height / 2;
      const band = bands.get(middle) ?? { top: y, bottom: y + height };
      bands.set(middle, { top: Math.min(band.top, y), bottom: Math.max(band.bottom, y + height) });
    }
    this.bands = [...bands.values()];
  }

  through(point: Point): Point[] {
    const band = this.bands.find(({ top, bottom }) => top <= point.y && point.y <= bottom);
    if (band !== undefined)
      return [
        { x: point.x, y: band.top },
        { x: point.x, y: band.bottom },
      ];
    const half = LABEL_HEIGHT / 2;
    return [
      { x: point.x, y: point.y - half },
      { x: point.x, y: point.y + half },
    ];
  }
}
