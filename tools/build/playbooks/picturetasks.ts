import type { Task } from '../../../scripts/playbooks/tasks';
import type { Node } from './playbookgraph';
import type { Box } from './playbooklayout';
import { drawIcon, type Icon } from './pictureicons';
import { fit, wrap, type TextStyle } from '../pictures/picturefonts';
import { element, textElement } from '../pictures/svg';

const NAME: TextStyle = { size: 16, weight: 'bold' };
const DETAIL: TextStyle = { size: 13, weight: 'regular' };
const INK = '#1f2d3d';
const FAINT = '#66758c';

interface Look {
  readonly colour: string;
  readonly icon: Icon;
  /** The line below the name: what the task runs, or whom it waits for. */
  readonly detail: string;
}

/** A task as a box with a coloured edge, its name, and what it runs. */
export function drawTask(node: Node, box: Box): string {
  const task = node.task;
  switch (task.kind) {
    case 'start':
      return drawBar('Playbook Triggered', box, { fill: '#2e9e6b', round: box.height / 2 });
    case 'title':
      return drawBar(node.name, box, { fill: '#34445c', round: task.next.length === 0 ? box.height / 2 : 6 });
    case 'automation':
      return drawBox(node.name, box, { colour: '#2f7de1', icon: 'bolt', detail: task.script });
    case 'command':
      return drawBox(node.name, box, { colour: '#2f7de1', icon: 'prompt', detail: `!${task.command}` });
    case 'manual':
      return drawBox(node.name, box, {
        colour: '#e8912d',
        icon: 'person',
        detail: 'A person acts, then completes the task',
      });
    case 'form':
      return drawBox(node.name, box, { colour: '#e8912d', icon: 'form', detail: 'A person answers questions' });
    case 'subplaybook':
      return drawBox(node.name, box, { colour: '#2e9e6b', icon: 'playbook', detail: subplaybookDetail(task) });
    case 'condition':
      return drawCondition(node.name, box, { colour: '#8a5fd0', icon: 'branch', detail: 'Condition' });
    case 'ask':
      return drawCondition(node.name, box, { colour: '#e8912d', icon: 'person', detail: 'A person decides' });
  }
}

function subplaybookDetail({ playbook, loop }: Extract<Task, { kind: 'subplaybook' }>): string {
  return loop === undefined ? playbook : `${playbook}, at most ${loop.max} rounds`;
}

function drawBar(name: string, box: Box, { fill, round }: { readonly fill: string; readonly round: number }): string {
  const { x, y, width, height } = box;
  const place = { x: x + width / 2, y: y + height / 2 + 6, anchor: 'middle', colour: '#ffffff' } as const;
  return (
    element('rect', { x, y, width, height, rx: round, fill }) + textElement(fit(name, NAME, width - 40), place, NAME)
  );
}

function drawBox(name: string, box: Box, look: Look): string {
  const { x, y, width, height } = box;
  return (
    element('rect', { x, y: y + 2, width, height, rx: 8, fill: '#d8dee8' }) +
    element('rect', { x, y, width, height, rx: 8, fill: '#ffffff', stroke: '#b9c4d4', 'stroke-width': 1.5 }) +
    element('path', { d: leftEdge(box), fill: look.colour }) +
    drawIcon(look.icon, { x: x + 22, y: y + height / 2 }, '#ffffff') +
    drawText(name, look.detail, { x: x + 58, y, width: width - 72, height }, 'start')
  );
}

/** The coloured part of a box, round at the left. */
function leftEdge({ x, y, height }: Box): string {
  const [right, bottom] = [x + 44, y + height];
  return `M ${x + 8} ${y} H ${right} V ${bottom} H ${x + 8} Q ${x} ${bottom} ${x} ${bottom - 8} V ${y + 8} Q ${x} ${y} ${x + 8} ${y} Z`;
}

/** A hexagon, as wide as a task: a diamond would leave no room for the question. */
function drawCondition(name: string, box: Box, look: Look): string {
  const { x, y, width, height } = box;
  const points = hexagon(box);
  return (
    element('polygon', { points: hexagon({ ...box, y: y + 2 }), fill: '#d8dee8' }) +
    element('polygon', { points, fill: '#ffffff', stroke: look.colour, 'stroke-width': 2 }) +
    drawIcon(look.icon, { x: x + 30, y: y + height / 2 }, look.colour) +
    drawText(name, look.detail, { x: x + 54, y, width: width - 92, height }, 'start')
  );
}

function hexagon({ x, y, width, height }: Box): string {
  const cut = 34;
  const middle = y + height / 2;
  const corners = [
    [x, middle],
    [x + cut, y],
    [x + width - cut, y],
    [x + width, middle],
    [x + width - cut, y + height],
    [x + cut, y + height],
  ];
  return corners.map(([left, top]) => `${left},${top}`).join(' ');
}

/** Up to two lines of name and one of detail, in the middle of the height. */
function drawText(name: string, detail: string, box: Box, anchor: 'start'): string {
  const lines = wrap(name, NAME, box.width, 2);
  const top = box.y + (box.height - (lines.length * 21 + 20)) / 2;
  const names = lines.map((line, index) =>
    textElement(line, { x: box.x, y: top + 16 + index * 21, anchor, colour: INK }, NAME),
  );
  const below = { x: box.x, y: top + 16 + lines.length * 21, anchor, colour: FAINT };
  return names.join('') + textElement(fit(detail, DETAIL, box.width), below, DETAIL);
}
