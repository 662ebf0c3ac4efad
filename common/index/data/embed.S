/* SPDX-License-Identifier: GPL-2.0-or-later
   The data files as bytes of the program: begin and end of each, for embedded.cc. */
.section .rodata

.macro embed name, file
.global timbao_\name\()_begin
.global timbao_\name\()_end
.balign 16
timbao_\name\()_begin:
.incbin "\file"
timbao_\name\()_end:
.byte 0
.endm

embed token_codes, "token-codes.tsv"
embed word_pairs, "word-pairs.txt"
embed pair_readings, "pair-readings.tsv"
embed common_syllables, "common-syllables.txt"
embed stored_text_dict_1, "stored-text-1.dict"
embed stored_text_dict_2, "stored-text-2.dict"

.section .note.GNU-stack, "", @progbits
