/**
 * For a button that is not to be pressed at the moment, and whose handler looks to that: it is told and drawn as disabled, and is not. One
 * that is would lose the focus to the page, and who uses the keyboard would begin at its top again.
 */
export const asDisabled = (not: boolean) => ({ disabled: false, 'aria-disabled': not, 'data-disabled': not || undefined })
