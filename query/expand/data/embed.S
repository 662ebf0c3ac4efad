/* SPDX-License-Identifier: GPL-2.0-or-later
   The data files as bytes of the program: begin and end of each, for query/expand/embedded.cc. */
.section .rodata

.macro embed name, file
.global timbao_\name\()_begin
.global timbao_\name\()_end
timbao_\name\()_begin:
.incbin "\file"
timbao_\name\()_end:
.byte 0
.endm

embed abbreviations, "abbreviations.tsv"
embed english_words, "english-words.txt"
embed function_words, "function-words.txt"
embed places, "places.tsv"
embed spellings, "spellings.tsv"

.section .note.GNU-stack, "", @progbits
