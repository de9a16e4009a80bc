export const demoCollections: readonly {
  title: string;
  description: string;
  cards: { front: string; back: string }[];
}[] = [];
