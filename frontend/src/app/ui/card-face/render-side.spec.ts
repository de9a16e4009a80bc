import { renderSide } from './render-side';

function html(text: string): string {
  const holder = document.createElement('div');
  holder.append(renderSide(text));
  return holder.innerHTML.trim();
}

function element(text: string): HTMLElement {
  const holder = document.createElement('div');
  holder.append(renderSide(text));
  return holder;
}

describe('renderSide', () => {
  it.each([
    ['**gras** et *penché*', '<p><strong>gras</strong> et <em>penché</em></p>'],
    ['une\ndeux', '<p>une<br>deux</p>'],
    ['# Titre', '<p><strong>Titre</strong></p>'],
    ['`a < b`', '<p><code>a &lt; b</code></p>'],
    ['![un volcan](https://example.com/v.png)', '<p>un volcan</p>'],
    ['a\n    pas du code', '<p>a<br>pas du code</p>'],
  ])('reads %p', (text, expected) => expect(html(text)).toBe(expected));

  it('draws lists and tables', () => {
    expect(element('- a\n- b').querySelectorAll('li')).toHaveLength(2);
    expect(element('3. a\n4. b').querySelector('ol')?.getAttribute('start')).toBe('3');
    expect(element('| a | b |\n|---|---|\n| 1 | 2 |').querySelectorAll('td')).toHaveLength(2);
  });

  it('opens links elsewhere and tells the other site nothing', () => {
    const link = element('[site](https://example.com/a)').querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://example.com/a');
    expect(link?.target).toBe('_blank');
    expect(link?.rel).toBe('noopener noreferrer nofollow');
  });

  it('draws maths as MathML, without styles and without its source', () => {
    const side = element('Aire : $\\pi r^2$');
    expect(side.querySelector('math msup')).not.toBeNull();
    expect(side.textContent).not.toContain('\\pi');
    expect(side.querySelector('[style],annotation,semantics')).toBeNull();
    expect(element('$$\\frac{1}{2}$$').querySelector('math')?.getAttribute('display')).toBe(
      'block',
    );
  });

  it.each(['$\\frac{1$', '$\\inconnu$', '$x^$', '$\\begin{matrix}$'])(
    'shows the source of the wrong formula %p',
    (text) => expect(element(text).textContent).toContain(text.slice(1, -1)),
  );

  it.each([
    '$\\def\\a{\\a\\a}\\a$',
    '$\\def\\x#1{#1#1}\\x{\\x{\\x{\\x{\\x{\\x{\\x{\\x{\\x{\\x{a}}}}}}}}}}$',
    '>'.repeat(5_000),
    '['.repeat(5_000),
    '*'.repeat(9_999),
    `$${'{'.repeat(4_000)}$`,
    `${'- '.repeat(2_000)}x`,
  ])('survives hostile nesting (%#)', (text) => expect(() => renderSide(text)).not.toThrow());

  it('caps the sizes that a formula may ask for', () => {
    expect(html('$\\rule{9999em}{9999em}\\hspace{9999em}x$')).not.toContain('9999');
  });

  it('gives every place its own nodes', () => {
    expect(renderSide('**a**').firstChild).not.toBe(renderSide('**a**').firstChild);
  });
});
