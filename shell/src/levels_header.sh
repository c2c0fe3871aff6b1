# shellcheck shell=sh disable=SC2016,SC2034
# SPDX-License-Identifier: Apache-2.0
#
# kestra-levels.sh - what --levels of kestra.sh needs: the rules on the levels that programs print
#
# Built from shell/src by shell/build.py: edit there.
