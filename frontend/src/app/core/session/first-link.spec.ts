import { firstLink, readFirstLink } from './first-link';

describe('the link of a card', () => {
  it('holds what signs in behind the sign that servers never see', () => {
    const link = firstLink('https://school.example', 'ines+1@school.example', 'k7mn-pq4r-x2vb');
    expect(link.split('#')[0]).toBe('https://school.example/sign-in');
    expect(readFirstLink(link.split('#')[1] ?? '')).toEqual({
      name: 'ines+1@school.example',
      password: 'k7mn-pq4r-x2vb',
    });
  });

  it.each(['', 'name=x', 'password=x', 'name=&password=', '%'])('is not %j', (fragment) => {
    expect(readFirstLink(fragment)).toBeNull();
  });
});
