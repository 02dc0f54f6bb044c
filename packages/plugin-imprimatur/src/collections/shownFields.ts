/** Field of media documents that lists the public pieces (`collection:id`) that show them. */
export const SHOWN_BY = 'shownBy'

/** Field of media documents that says whether any public piece shows them; readers may have the file then. */
export const SHOWN = 'shown'

/** Field of media documents that says whether a piece has ever referred to them: from then on they are that piece's. */
export const TAKEN = 'taken'
