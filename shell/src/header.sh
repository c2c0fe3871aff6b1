# shellcheck shell=sh disable=SC1003,SC2016,SC2066,SC2154,SC2295,SC2317,SC2329,SC3028,SC3041,SC3043,SC3044,SC3045,SC3047,SC3054,SC3057,SC3060
# SPDX-License-Identifier: Apache-2.0
#
# kestra.sh - send logs, outputs and metrics to Kestra from a shell script
#
# Built from shell/src by shell/build.py: edit there.
