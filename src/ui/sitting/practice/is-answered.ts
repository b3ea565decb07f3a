/** Whether a response says anything. */

import type { Response } from '../../../core/quiz/response.ts';

export function isAnswered(response: Response | undefined): boolean {
  switch (response?.type) {
    case undefined:
      return false;
    case 'single':
      return response.option !== null;
    case 'multiple':
      return response.options.length > 0;
    case 'true-false':
      return response.isTrue !== null;
    case 'short':
      return response.text.trim() !== '';
    case 'cloze':
      return response.texts.some((text) => text.trim() !== '');
    case 'matching':
    case 'categories':
      return Object.values(response.places).some((place) => place !== '');
    case 'ordering':
      return response.order.length > 0;
  }
}
