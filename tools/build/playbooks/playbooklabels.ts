import { LABELS, type Edge } from './playbookgraph';
import { textWidth, type TextStyle } from '../pictures/picturefonts';

/** How labels of edges are set. */
export const LABEL_STYLE: TextStyle = { size: 14, weight: 'regular' };

/** What a person reads on an edge; empty for the plain one. */
export function labelText(edge: Pick<Edge, 'label'>): string {
  switch (edge.label) {
    case LABELS.plain:
      return '';
    case LABELS.otherwise:
      return 'else';
    case LABELS.error:
      return 'error';
    default:
      return edge.label;
  }
}

/** The width of the box around a label; 0 without one. */
export function labelWidth(edge: Pick<Edge, 'label'>): number {
  const text = labelText(edge);
  return text === '' ? 0 : Math.ceil(textWidth(text, LABEL_STYLE)) + 20;
}
