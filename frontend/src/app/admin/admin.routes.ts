import { Routes } from '@angular/router';
import { AdminFrame } from './admin-frame';

/** The administrator's rooms; each is a folder here and loaded when it is entered. */
export const adminRoutes: Routes = [
  {
    path: '',
    component: AdminFrame,
    children: [
      {
        path: 'codes',
        title: 'adminCodes.title',
        loadComponent: () => import('./codes/codes-page').then((m) => m.CodesPage),
      },
    ],
  },
];
