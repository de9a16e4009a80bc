import { Marked, Tokens } from 'marked';
import markedKatex from 'marked-katex-extension';

const none = (): undefined => undefined;

/**
 * The subset of Markdown that a card speaks. HTML is text like any other, an image is its description, indentation
 * and underlines mean nothing, and headings are bold lines: the page around the card owns its outline.
 */
const markdown = new Marked({ gfm: true, breaks: true, async: false });
markdown.use({
  tokenizer: { html: none, tag: none, code: none, lheading: none, def: none },
  renderer: {
    heading({ tokens }: Tokens.Heading): string {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
    },
    image({ text }: Tokens.Image): string {
      return escaped(text);
    },
    code({ text }: Tokens.Code): string {
      return `<pre><code>${escaped(text)}</code></pre>`;
    },
    checkbox({ checked }: Tokens.Checkbox): string {
      return checked ? '☑ ' : '☐ ';
    },
  },
});

// A formula may neither load, link nor style anything, nor grow or expand without bounds; a wrong one shows its source.
markdown.use(
  markedKatex({
    output: 'mathml',
    throwOnError: false,
    errorColor: 'currentcolor',
    trust: false,
    strict: 'ignore',
    maxSize: 20,
    maxExpand: 200,
    nonStandard: true,
  }),
);

/** HTML that is still to be sanitised. */
export function markdownToHtml(text: string): string {
  return markdown.parse(text, { async: false });
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
