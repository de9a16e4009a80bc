import { markdownToHtml } from './markdown';
import { sanitise } from './sanitise';

const KEPT = 300;
const rendered = new Map<string, DocumentFragment>();

/** A side of a card as nodes that are safe to insert. What it can't read it shows as it was written: it never throws. */
export function renderSide(text: string): DocumentFragment {
  const known = rendered.get(text);
  const fragment = known ?? render(text);
  rendered.delete(text);
  rendered.set(text, fragment);
  const [oldest] = rendered.keys();
  if (rendered.size > KEPT && oldest !== undefined) rendered.delete(oldest);
  return fragment.cloneNode(true) as DocumentFragment;
}

function render(text: string): DocumentFragment {
  try {
    return sanitise(markdownToHtml(text));
  } catch {
    // Deep nesting can exhaust the stack of either parser; the words still matter more than their form.
    const fragment = document.createDocumentFragment();
    fragment.append(text);
    return fragment;
  }
}
