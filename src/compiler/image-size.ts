/** The width and height of a picture on disk, so that the page keeps room for it before it loads. */

import { imageSizeFromFile } from 'image-size/fromFile';

export interface ImageSize {
  width: number;
  height: number;
}

/** Null for files that are not there and for formats that tell no size. */
export async function imageSize(file: string): Promise<ImageSize | null> {
  try {
    const { width, height } = await imageSizeFromFile(file);
    return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : null;
  } catch {
    // A missing file is told by its own diagnostic; an unreadable picture is shown without reserved room.
    return null;
  }
}
