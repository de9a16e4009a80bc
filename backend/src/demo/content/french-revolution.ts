import type { DemoCollection } from './demo-collection';

export const frenchRevolution: DemoCollection = {
  title: 'La Révolution française',
  description:
    'Les dates, les personnages et les mots à connaître, de la crise de la monarchie au coup d’État de Bonaparte (1789–1799).',
  cards: [
    {
      front: 'Quels sont les trois ordres de la société d’Ancien Régime ?',
      back: 'Le **clergé**, la **noblesse** et le **tiers état**.',
    },
    {
      front: 'Qu’est-ce que la monarchie absolue de droit divin ?',
      back: 'Un régime où le roi détient tous les pouvoirs, qu’il dit tenir de **Dieu**.',
    },
    {
      front: 'Qu’est-ce qu’un privilège sous l’Ancien Régime ?',
      back: 'Un avantage réservé à certains, par exemple ne pas payer la **taille** pour les nobles et le clergé.',
    },
    {
      front: 'Que contiennent les cahiers de doléances ?',
      back: 'Les **plaintes et les demandes** des Français, rédigées au printemps 1789 pour les états généraux.',
    },
    {
      front: 'Pourquoi Louis XVI convoque-t-il les états généraux ?',
      back: 'Pour faire voter de nouveaux **impôts** : l’État est au bord de la faillite.',
    },
    { front: '5 mai 1789', back: 'Ouverture des **états généraux** à Versailles.' },
    {
      front: '20 juin 1789',
      back: '**Serment du Jeu de paume** : les députés jurent de ne pas se séparer avant d’avoir donné une constitution à la France.',
    },
    { front: '14 juillet 1789', back: '**Prise de la Bastille** par les Parisiens.' },
    {
      front: 'Nuit du 4 août 1789',
      back: 'L’Assemblée vote l’**abolition des privilèges** et des droits seigneuriaux.',
    },
    {
      front: '26 août 1789',
      back: 'Adoption de la **Déclaration des droits de l’homme et du citoyen**.',
    },
    {
      front:
        '« Les hommes naissent et demeurent libres et égaux en droits. » D’où vient cette phrase ?',
      back: 'De l’article premier de la **Déclaration des droits de l’homme et du citoyen**.',
    },
    {
      front: '5 et 6 octobre 1789',
      back: 'Des **femmes de Paris** marchent sur Versailles ; la famille royale doit s’installer à Paris.',
    },
    {
      front: '14 juillet 1790',
      back: '**Fête de la Fédération** : on célèbre, sur le Champ-de-Mars, l’union de la nation et du roi.',
    },
    {
      front: '20 et 21 juin 1791',
      back: '**Fuite du roi**, arrêté à Varennes. La confiance des Français est rompue.',
    },
    {
      front: 'Quel régime la Constitution de 1791 établit-elle ?',
      back: 'Une **monarchie constitutionnelle** : le roi partage le pouvoir avec une assemblée élue.',
    },
    {
      front: 'Qu’est-ce que le suffrage censitaire ?',
      back: 'Un droit de vote réservé à ceux qui paient un certain **impôt**, le cens.',
    },
    {
      front: 'Qui a écrit la Déclaration des droits de la femme et de la citoyenne (1791) ?',
      back: '**Olympe de Gouges**, guillotinée en novembre 1793.',
    },
    {
      front: '10 août 1792',
      back: '**Prise des Tuileries** par les sans-culottes et les fédérés : le roi est suspendu.',
    },
    {
      front: 'Qui sont les sans-culottes ?',
      back: 'Des révolutionnaires des milieux populaires des villes, vêtus d’un **pantalon** et non de la culotte des nobles.',
    },
    {
      front: '20 septembre 1792',
      back: '**Victoire de Valmy** : l’armée française arrête les Prussiens.',
    },
    {
      front: '21 et 22 septembre 1792',
      back: 'La Convention abolit la royauté ; c’est le début de la **Première République**.',
    },
    { front: '21 janvier 1793', back: '**Exécution de Louis XVI**, condamné par la Convention.' },
    {
      front: 'Girondins et montagnards : qui sont-ils ?',
      back: 'Deux groupes de députés de la Convention. Les **montagnards**, alliés des sans-culottes, éliminent les **girondins** en juin 1793.',
    },
    {
      front: 'Qu’appelle-t-on la Terreur (1793–1794) ?',
      back: 'Un gouvernement d’**exception** : les libertés sont suspendues et les suspects arrêtés, souvent exécutés.',
    },
    {
      front: 'Quel est le rôle du Comité de salut public ?',
      back: 'Créé en avril 1793, il dirige le **gouvernement** et la guerre ; Robespierre en est la figure principale.',
    },
    {
      front: 'Que se passe-t-il en Vendée à partir de mars 1793 ?',
      back: 'Un **soulèvement** royaliste et catholique, déclenché par la levée de 300 000 hommes, devient une guerre civile.',
    },
    {
      front: '4 février 1794',
      back: 'La Convention décrète l’**abolition de l’esclavage** dans les colonies (rétabli par Bonaparte en 1802).',
    },
    {
      front: '9 thermidor an II (27 juillet 1794)',
      back: '**Chute de Robespierre**, guillotiné le lendemain.',
    },
    {
      front: 'Qu’est-ce que le Directoire ?',
      back: 'Le régime de 1795 à 1799 : **cinq directeurs** se partagent le pouvoir exécutif.',
    },
    {
      front: '18 brumaire an VIII (9 novembre 1799)',
      back: '**Coup d’État** de Napoléon Bonaparte : fin du Directoire, début du Consulat.',
    },
  ],
};
